// Says when the screen shows something old, and loads it again each minute; without scripts the page
// does the latter by itself.
(() => {
  "use strict";
  const made = document.getElementById("made");
  const isFile = location.protocol === "file:";
  // The page of an error would stay on the screen for good, as nothing in it loads it again.
  const isThere = () =>
    fetch(location.href, { cache: "no-store" }).then((answer) => answer.ok, () => false);
  const look = () => {
    const hours = (Date.now() - Date.parse(made.dateTime)) / 3600000;
    document.getElementById("stale").hidden = hours < Number(made.dataset.staleHours);
  };
  const loadAgain = async () => {
    if (isFile || (await isThere())) location.reload();
    look();
    setTimeout(loadAgain, 60000);
  };
  look();
  setTimeout(loadAgain, 60000);
})();
