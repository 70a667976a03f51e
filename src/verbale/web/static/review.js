// Single keys for the review. Everything they do, a button or a link on the page does too; they can be switched off.
const ON = "verbale-keys";
const box = document.getElementById("keys");
let on = localStorage.getItem(ON) !== "off";
if (box) {
  box.checked = on;
  box.addEventListener("change", () => {
    on = box.checked;
    localStorage.setItem(ON, on ? "on" : "off");
  });
}

const typing = (node) => node.closest("input:not([type=checkbox]), textarea, select, [contenteditable]");

const acts = {
  SUMMARY: (node) => {
    const sheet = node.closest("details");
    sheet.open = !sheet.open;
    (sheet.open ? sheet.querySelector("input, select, dt") ?? node : node).focus?.();
  },
  SELECT: (node) => node.focus(),
};

document.addEventListener("keydown", (event) => {
  if (!on || event.ctrlKey || event.metaKey || event.altKey || event.isComposing || typing(event.target)) return;
  const node = [...document.querySelectorAll("[data-key]")].find((each) => each.dataset.key === event.key);
  if (!node) return;
  event.preventDefault();
  (acts[node.tagName] ?? ((each) => each.click()))(node);
});

// A chosen reason and Enter reject, so that a rejection needs no pointer.
const reason = document.getElementById("reason");
reason?.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && reason.value) {
    event.preventDefault();
    reason.form.requestSubmit(reason.parentElement.querySelector("button"));
  }
});

// Words that are selected in the document can be taken into a field.
let selected = "";
document.addEventListener("selectionchange", () => {
  const range = getSelection();
  const words = range.toString().trim();
  if (words && range.anchorNode?.parentElement?.closest(".document")) selected = words;
});
for (const field of document.querySelectorAll("[data-takes]")) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "take";
  button.textContent = "take the selection";
  button.addEventListener("click", () => {
    if (selected) field.value = selected;
    field.focus();
  });
  field.after(button);
}

// The evidence is brought into view within its own pane, without moving the page.
const pane = document.querySelector(".evidence .document");
const first = pane?.querySelector(".m-evidence");
if (first && pane.scrollHeight > pane.clientHeight) pane.scrollTop = first.offsetTop - pane.offsetTop - 60;
