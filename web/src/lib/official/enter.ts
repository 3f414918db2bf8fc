/** The secret of the link stands behind `#`: it goes into the form of the page, and out of the address. */
const secret = location.hash.slice(1);
const form = document.querySelector<HTMLFormElement>('form#enter');
const field = form?.querySelector<HTMLInputElement>('input[name="secret"]');
if (/^[\w-]{43}$/.test(secret)) {
  history.replaceState(null, '', location.pathname + location.search);
  if (form && field && !form.dataset['refused']) {
    field.value = secret;
    form.requestSubmit(form.querySelector('button'));
  }
}
