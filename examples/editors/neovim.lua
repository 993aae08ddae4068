-- Neovim 0.7 and later. Save as ~/.config/nvim/plugin/attribution-lint.lua, or `:source` it.
-- Diagnostics, code actions, hover, definition, references and (from 0.10 on) inlay hints then work as for code.

local filetypes = { "markdown", "text", "html" }
local settings = { inlayHints = false, codeLens = true }

local function root_of(buffer)
  local name = vim.api.nvim_buf_get_name(buffer)
  local folder = name ~= "" and vim.fn.fnamemodify(name, ":p:h") or vim.fn.getcwd()
  for _, marker in ipairs({ ".attribution-lint.toml", "pyproject.toml" }) do
    local found = vim.fn.findfile(marker, vim.fn.escape(folder, " ") .. ";")
    if found ~= "" then
      return vim.fn.fnamemodify(found, ":p:h")
    end
  end
  return folder
end

if vim.lsp.config then -- 0.11
  vim.lsp.config("attribution_lint", {
    cmd = { "attribution-lint", "lsp" },
    filetypes = filetypes,
    root_dir = function(buffer, ready) ready(root_of(buffer)) end,
    init_options = settings,
  })
  vim.lsp.enable("attribution_lint")
  return
end

local clients = {} -- by root folder, for versions without vim.lsp.start

local function attach(buffer)
  local root = root_of(buffer)
  local config = {
    name = "attribution-lint",
    cmd = { "attribution-lint", "lsp" },
    root_dir = root,
    init_options = settings,
  }
  if vim.lsp.start then -- 0.8
    vim.lsp.start(config)
    return
  end
  config.on_exit = function() clients[root] = nil end
  clients[root] = clients[root] or vim.lsp.start_client(config)
  vim.lsp.buf_attach_client(buffer, clients[root])
end

vim.api.nvim_create_autocmd("FileType", {
  pattern = filetypes,
  callback = function(event) attach(event.buf) end,
})
