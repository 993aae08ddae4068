"""The language server: what the linter knows, told to an editor while a draft is being written.

Here and nowhere else are pygls and lsprotocol imported, and positions counted in the units of a client.
"""
