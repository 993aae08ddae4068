;;; eglot.el --- attribution-lint in Emacs -*- lexical-binding: t -*-

;; Emacs 29 and later, or Emacs 26.3 and later with the package `eglot'.
;; Put this into your init file; `M-x eglot' in a draft starts the server, the hooks below do it by themselves.
;; C-c e a: code actions, C-c e h: hover, M-.: the source of a figure, M-?: all that a source carries.

(require 'eglot)

(add-to-list 'eglot-server-programs
             '((markdown-mode text-mode html-mode)
               . ("attribution-lint" "lsp" :initializationOptions (:inlayHints :json-false :codeLens :json-false))))

(dolist (hook '(markdown-mode-hook text-mode-hook html-mode-hook))
  (add-hook hook #'eglot-ensure))

(with-eval-after-load 'eglot
  (define-key eglot-mode-map (kbd "C-c e a") #'eglot-code-actions)
  (define-key eglot-mode-map (kbd "C-c e h") #'eldoc-doc-buffer))

;;; eglot.el ends here
