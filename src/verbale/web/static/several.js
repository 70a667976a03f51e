// A field that takes several values with commas between them is offered the next one behind those that stand in it already.
for (const field of document.querySelectorAll("[data-several]")) {
  const list = field.list;
  const values = [...list.options].map((each) => [each.label, each.value]);
  let lead = "";
  field.addEventListener("input", () => {
    const before = field.value.slice(0, field.value.lastIndexOf(",") + 1);
    if (before === lead) return;
    lead = before;
    list.replaceChildren(...values.map(([words, value]) => new Option(words, before ? `${before} ${value}` : value)));
  });
}
