// A button that copies a sentence and its footnote; it shows only where a page can reach the clipboard.
(() => {
  const button = document.querySelector("[data-copies]");
  if (!button) return;
  const said = document.querySelector(".copied");
  button.hidden = false;
  button.addEventListener("click", async () => {
    const words = button.dataset.copies.split(" ").map((id) => document.getElementById(id).textContent.trim()).join("\n\n");
    try {
      await navigator.clipboard.writeText(words);
      said.textContent = button.dataset.done;
    } catch {
      getSelection().selectAllChildren(button.parentElement);
      said.textContent = button.dataset.failed;
    }
  });
})();
