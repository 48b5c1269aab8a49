// What is typed into an answer is kept in this browser at once and on the server a few seconds later; either copy comes back.
const f = document.querySelector("form[data-answer]"), t = f?.querySelector("textarea");
if (t) {
  const key = "alys.answer." + f.dataset.answer, revision = f.elements.Revision, line = f.querySelector("[role=status]");
  const say = what => line.textContent = f.dataset[what];
  const keep = () => localStorage[key] = JSON.stringify({ text: t.value, revision: +revision.value });
  const handed = sessionStorage[key] && performance.getEntriesByType("navigation")[0]?.redirectCount && !document.getElementById("errors");
  if (handed) localStorage.removeItem(key);
  sessionStorage.removeItem(key);
  let known = t.value, timer, busy;

  const later = ms => { clearTimeout(timer); timer = setTimeout(save, ms) };
  const save = async () => {
    if (busy || t.value === known) return;
    busy = true;
    const text = t.value, body = new URLSearchParams({ Text: text, Revision: revision.value, __RequestVerificationToken: f.elements.__RequestVerificationToken.value });
    say("saving");
    const answer = await fetch(f.dataset.url, { method: "POST", body, redirect: "manual" }).catch(() => 0);
    busy = false;
    if (answer.status === 204) {
      known = text;
      revision.value = answer.headers.get("x-revision");
      keep();
      say("saved");
      if (t.value !== known) later(4000);
    } else if (answer.status === 409) say("newer");
    else { say("local"); later(15000) }
  };

  const kept = JSON.parse(localStorage[key] || "null");
  if (kept && kept.text !== t.value && !document.getElementById("errors")) {
    if (kept.revision >= +revision.value) { t.value = kept.text; say("restored"); later(1000) }
    else {
      const box = document.createElement("details"), head = document.createElement("summary"), text = document.createElement("pre");
      head.textContent = f.dataset.restored; text.textContent = kept.text;
      box.append(head, text); f.before(box);
    }
  }
  t.addEventListener("input", () => { keep(); later(4000) });
  f.addEventListener("submit", () => sessionStorage[key] = 1);
  addEventListener("online", save);
}
