;; Drives `rung lsp`, the first `rung` of PATH, with eglot: emacs -Q --batch -l emacs.el. SPEC names the file, SETTINGS the settings.
(setq package-enable-at-startup nil)
(let ((default-directory "/usr/share/emacs/site-lisp/elpa/"))
  (when (file-directory-p default-directory) (normal-top-level-add-subdirs-to-load-path)))
(load (getenv "SETTINGS") nil t)
(setq eglot-sync-connect 30 eglot-autoshutdown nil)

(defun check (holds format &rest values)
  (unless holds
    (message "%s" (apply #'format format values))
    (kill-emacs 1)))

(defun wait-for (holds)
  (let ((end (+ (float-time) 20)))
    (while (and (not (funcall holds)) (< (float-time) end)) (accept-process-output nil 0.05))
    (funcall holds)))

(find-file (getenv "SPEC"))
(check (eq major-mode 'rung-mode) "the mode is %s" major-mode)
(run-hooks 'post-command-hook)
(check (wait-for #'eglot-current-server) "the server did not start")

(defun ask (method &rest params)
  (jsonrpc-request (eglot-current-server) method (apply #'list :textDocument (eglot--TextDocumentIdentifier) params)))

;; What is published goes to Flymake, which a batch has no timers for.
(check (wait-for (lambda () (bound-and-true-p eglot--diagnostics))) "nothing was published")

(goto-char (point-min))
(search-forward "targts")
(let* ((range (list :start (eglot--pos-to-lsp-position (match-beginning 0)) :end (eglot--pos-to-lsp-position (match-end 0))))
       (actions (ask :textDocument/codeAction :range range :context (list :diagnostics [])))
       (fix (seq-find (lambda (action) (string-prefix-p "write" (plist-get action :title))) actions)))
  (check fix "there is no quick fix: %S" actions)
  (eglot--apply-workspace-edit (plist-get fix :edit)))
(goto-char (point-min))
(check (search-forward "targets: [tenbyte]" nil t) "the fix was not applied: %s" (buffer-string))

(search-forward "mode:   ")
(let ((words (mapcar (lambda (item) (plist-get item :label)) (ask :textDocument/completion :position (eglot--pos-to-lsp-position)))))
  (check (member "pull" words) "completion has no words: %S" words))

(eglot-format-buffer)
(save-buffer)
(eglot-shutdown (eglot-current-server))
(kill-emacs 0)
