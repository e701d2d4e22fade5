// Says when the screen shows something old, and loads it again each minute; without scripts the page
// does the latter by itself.
(() => {
  "use strict";
  const made = document.getElementById("made");
  const hours = (Date.now() - Date.parse(made.dateTime)) / 3600000;
  document.getElementById("stale").hidden = hours < Number(made.dataset.staleHours);
  setTimeout(() => location.reload(), 60000);
})();
