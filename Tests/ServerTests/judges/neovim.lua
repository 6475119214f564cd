-- Drives `rung lsp`, the first `rung` of PATH, with the client of Neovim: nvim --headless -u NONE -c 'luafile neovim.lua'. SPEC names the file,
-- SETTINGS the settings; what does not hold is printed, and ends it with 1.
local spec = vim.env.SPEC

local function fail(message)
  io.stderr:write(message .. "\n")
  vim.cmd("cquit 1")
end

local function check(holds, message)
  if not holds then fail(message) end
end

-- As docs/editors.md sets it up.
vim.cmd("filetype on")
dofile(vim.env.SETTINGS)
vim.cmd("edit " .. spec)
check(vim.wait(20000, function() return next(vim.lsp.buf_get_clients(0)) ~= nil end, 10), "the server did not start")
local client = next(vim.lsp.buf_get_clients(0))
local buffer = vim.api.nvim_get_current_buf()

local function diagnostics() return vim.diagnostic.get(buffer) end

local function request(method, params)
  local answers = vim.lsp.buf_request_sync(buffer, method, params, 20000)
  local answer = answers and answers[client]
  if not answer then fail(method .. " was not answered") end
  if answer.err then fail(method .. ": " .. vim.inspect(answer.err)) end
  return answer.result
end

local function place(text, column)
  for number, line in ipairs(vim.api.nvim_buf_get_lines(buffer, 0, -1, false)) do
    local start = line:find(text, 1, true)
    if start then return { line = number - 1, character = start - 1 + (column or 0) } end
  end
  fail("the text has no " .. text)
end

local function at(text, column)
  return { textDocument = { uri = vim.uri_from_bufnr(buffer) }, position = place(text, column) }
end

check(vim.wait(20000, function() return #diagnostics() > 0 end, 10), "nothing was published")
local found
for _, diagnostic in ipairs(diagnostics()) do
  if diagnostic.code == "spec/unknown-key" then found = diagnostic end
end
check(found, "the misspelled key was not found: " .. vim.inspect(diagnostics()))
check(found.severity == vim.diagnostic.severity.ERROR, "it is not an error")

-- Hover.
local hover = request("textDocument/hover", at("fps: 25", 1))
check(hover.contents.value:find("50 frames", 1, true), "hover says nothing of the GOP: " .. hover.contents.value)

-- Completion.
local labels = {}
for _, item in ipairs(request("textDocument/completion", at("mode: push", 6))) do labels[item.label] = true end
check(labels.push and labels.pull, "completion has no words: " .. vim.inspect(labels))

-- The quick fix, as the client applies it.
local line = found.lnum
local actions = request("textDocument/codeAction", {
  textDocument = { uri = vim.uri_from_bufnr(buffer) },
  range = { start = { line = line, character = found.col }, ["end"] = { line = line, character = found.end_col } },
  context = { diagnostics = {} },
})
local fix
for _, action in ipairs(actions) do
  if action.kind == "quickfix" and action.title:find("write", 1, true) then fix = action end
end
check(fix, "there is no quick fix: " .. vim.inspect(actions))
vim.lsp.util.apply_workspace_edit(fix.edit, vim.lsp.get_client_by_id(client).offset_encoding)
check(vim.wait(20000, function()
  for _, diagnostic in ipairs(diagnostics()) do
    if diagnostic.code == "spec/unknown-key" then return false end
  end
  return true
end, 10), "the finding is still there after the fix")

-- Formatting, and what is written.
vim.lsp.buf.formatting_sync({}, 20000)
vim.cmd("silent write")

-- Every other answer has the form that the client reads.
for method, params in pairs({
  ["textDocument/documentSymbol"] = { textDocument = { uri = vim.uri_from_bufnr(buffer) } },
  ["textDocument/foldingRange"] = { textDocument = { uri = vim.uri_from_bufnr(buffer) } },
  ["textDocument/documentLink"] = { textDocument = { uri = vim.uri_from_bufnr(buffer) } },
  ["textDocument/codeLens"] = { textDocument = { uri = vim.uri_from_bufnr(buffer) } },
  ["textDocument/inlayHint"] = { textDocument = { uri = vim.uri_from_bufnr(buffer) }, range = { start = { line = 0, character = 0 }, ["end"] = { line = 1000, character = 0 } } },
}) do
  local result = request(method, params)
  if method ~= "textDocument/documentLink" then check(#result > 0, method .. " is empty") end
end
local rename = at("name: 720p", 6)
rename.newName = "hd"
vim.lsp.util.apply_workspace_edit(request("textDocument/rename", rename), vim.lsp.get_client_by_id(client).offset_encoding)
check(place("name: hd"), "the rendition was not renamed")
vim.cmd("silent write")

vim.lsp.stop_client(client)
check(vim.wait(20000, function() return vim.lsp.client_is_stopped(client) end, 10), "the server did not stop")
vim.cmd("qall!")
