// The key stands behind the # of the address, which no browser sends anywhere: it is put into the form, and the form is sent.
const key = decodeURIComponent(location.hash.slice(1));
if (key) {
  history.replaceState(null, "", location.pathname);
  const form = document.querySelector("form");
  form.elements.token.value = key;
  form.requestSubmit();
}
