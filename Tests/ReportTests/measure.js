// Put at the end of a copy of the page by the test, and run by the browser: what lies where. The page itself has no script.
// The copy stands in a frame as wide as the screen that is meant: a window has a least width.
(() => {
  const lines = [];
  const root = document.documentElement;
  lines.push(`inner ${innerWidth}`, `scroll ${root.scrollWidth}`, `paper ${getComputedStyle(document.body).backgroundColor}`);
  const isUnseen = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const style = getComputedStyle(at);
      if (style.display === "none" || style.visibility === "hidden" || style.clipPath !== "none" || at.matches(".skip, symbol, title, desc")) return true;
    }
    return false;
  };
  // Every piece of text as it is laid out, line by line.
  const pieces = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    const element = node.parentElement;
    if (!node.data.trim() || ["SCRIPT", "STYLE"].includes(element.tagName) || isUnseen(element)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const scroller = element.closest(".scroll");
    const drawing = element.closest("svg");
    for (const box of range.getClientRects()) {
      if (box.width < 1 || box.height < 1) continue;
      pieces.push({ box, drawing, text: node.data.trim().slice(0, 30) });
      if (!scroller && (box.left < -0.5 || box.right > innerWidth + 0.5)) lines.push(`fault beyond the page: ${node.data.trim().slice(0, 60)} (${box.left} to ${box.right})`);
      if (drawing) {
        const edge = drawing.getBoundingClientRect();
        if (box.left < edge.left - 1 || box.right > edge.right + 1 || box.top < edge.top - 1 || box.bottom > edge.bottom + 1)
          lines.push(`fault beyond its drawing: ${node.data.trim().slice(0, 60)}`);
      }
    }
  }
  // Letters do not fill the box of their line: a little of it may lie under another.
  const slack = 2.5;
  pieces.sort((a, b) => a.box.top - b.box.top);
  for (let i = 0; i < pieces.length; i++) {
    const a = pieces[i].box;
    for (let j = i + 1; j < pieces.length && pieces[j].box.top < a.bottom - slack; j++) {
      const b = pieces[j].box;
      if (a.left < b.right - slack && b.left < a.right - slack && a.top < b.bottom - slack && b.top < a.bottom - slack)
        lines.push(`fault on one another: ${pieces[i].text} | ${pieces[j].text} (${Math.round(a.left)},${Math.round(a.top)})`);
    }
  }
  const seen = [...document.querySelectorAll("svg[role=img]")].filter((svg) => !isUnseen(svg));
  lines.push(`pieces ${pieces.length}`, `drawings ${seen.length}`, `narrow ${seen.filter((svg) => svg.matches(".narrow")).length}`);
  for (const svg of seen) if (svg.getBoundingClientRect().width < 200) lines.push("fault a drawing that is too small");
  parent.postMessage(lines.map(encodeURIComponent).join(" "), "*");
})();
