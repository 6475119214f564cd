;; In ~/.emacs.d/init.el. Emacs has eglot from version 29 on; earlier ones install it from GNU ELPA.
(require 'eglot)
(define-derived-mode rung-mode conf-colon-mode "Rung"
  "Stream specs.")
(add-to-list 'auto-mode-alist '("\\.rung\\.ya?ml\\'" . rung-mode))
(add-to-list 'eglot-server-programs '(rung-mode . ("rung" "lsp")))
(add-hook 'rung-mode-hook #'eglot-ensure)
