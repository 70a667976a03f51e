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

const typing = (node) => node.closest("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]");

const acts = {
  SUMMARY: (node) => {
    const sheet = node.closest("details");
    sheet.open = !sheet.open;
    (sheet.open ? sheet.querySelector("input, select, dt") ?? node : node).focus?.();
  },
  SELECT: (node) => node.focus(),
};

// Where two codings stand side by side, 1, 2 and 3 choose in the first row that is not chosen yet, or in the one that has the focus.
const rows = [...document.querySelectorAll("[data-row]")];
const undecided = () => rows.find((row) => !row.querySelector("input:checked"));
const mark = () => {
  const held = rows.find((row) => row.contains(document.activeElement)) ?? undecided();
  for (const row of rows) row.classList.toggle("current", row === held);
  return held;
};
const choose = (side) => {
  const row = mark();
  if (!row) return;
  row.querySelector(`input[value="${side}"]`).checked = true;
  document.activeElement?.blur?.();
  const next = undecided();
  mark();
  (next ?? document.querySelector("#settle button")).scrollIntoView({ block: "nearest" });
};
const picks = {
  1: () => choose("1"),
  2: () => choose("2"),
  3: () => {
    const row = mark();
    if (!row) return;
    row.querySelector('input[value="3"]').checked = true;
    row.querySelector(".own :is(select, input, textarea)").focus();
  },
  0: () => {
    for (const each of document.querySelectorAll("[data-row] input[type=radio]")) each.checked = false;
    mark();
  },
};
// Who writes a third value chooses it.
for (const own of document.querySelectorAll(".own")) {
  own.addEventListener("input", () => {
    own.parentElement.querySelector("input[type=radio], input[type=checkbox]").checked = true;
  });
}
for (const kind of ["focusin", "change"]) document.getElementById("settle")?.addEventListener(kind, mark);
mark();

document.addEventListener("keydown", (event) => {
  if (rows.length && picks[event.key] && on && !event.ctrlKey && !event.metaKey && !event.altKey && !typing(event.target)) {
    event.preventDefault();
    picks[event.key]();
  }
});

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

// Enter in a field of the correction takes the correction; in no field does it take another decision.
const correct = document.querySelector("#correct button[value=correct]");
document.getElementById("correct")?.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || event.isComposing || event.target.tagName !== "INPUT") return;
  event.preventDefault();
  correct.form.requestSubmit(correct);
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
  button.textContent = document.body.dataset.take;
  button.addEventListener("click", () => {
    // a field of one line is replaced, a list grows by a line
    if (selected) field.value = field.tagName === "TEXTAREA" && field.value.trim() ? `${field.value.trimEnd()}\n${selected}` : selected;
    field.focus();
  });
  field.after(button);
}

// The evidence is brought into view within its own pane, without moving the page.
const pane = document.querySelector(".evidence .document");
const first = pane?.querySelector(".m-evidence");
if (first && pane.scrollHeight > pane.clientHeight) {
  pane.scrollTop += first.getBoundingClientRect().top - pane.getBoundingClientRect().top - 60;
}
