// Keeps what an author types on the server, a few seconds after the last key. Without it, "Save" does the same by hand.
const form = document.querySelector("form[data-keep]"), status = document.getElementById("keep-status");
let timer, dirty = false;
const keep = async leaving => {
  clearTimeout(timer);
  if (!dirty) return;
  dirty = false;
  const body = new URLSearchParams();
  for (const name of ["Title", "Source", "Form", "__RequestVerificationToken"]) body.set(name, form.elements[name].value);
  try {
    const answer = await fetch(form.dataset.keep, { method: "POST", body, keepalive: leaving && body.toString().length < 60000 });
    if (answer.status !== 204) throw answer.status;
    status.textContent = form.dataset.kept;
  } catch {
    dirty = true;
    status.textContent = form.dataset.unkept;
    timer = setTimeout(keep, 10000);
  }
};
form.addEventListener("input", () => { dirty = true; clearTimeout(timer); timer = setTimeout(keep, 2500); });
form.addEventListener("submit", () => { clearTimeout(timer); dirty = false; });
document.addEventListener("visibilitychange", () => document.hidden && keep(true));
