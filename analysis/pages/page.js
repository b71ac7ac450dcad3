"use strict";
document.querySelectorAll("button[data-copy]").forEach(function (button) {
  button.hidden = false;
  button.addEventListener("click", function () {
    var box = document.createElement("textarea");
    box.value = button.dataset.copy;
    document.body.appendChild(box);
    box.select();
    document.execCommand("copy");
    box.remove();
    button.focus();
    button.textContent = "copied";
  });
});
document.querySelectorAll("select[data-shows]").forEach(function (choice) {
  var parts = document.querySelectorAll(choice.dataset.shows);
  function show() { parts.forEach(function (part) { part.hidden = part.id !== choice.value; }); }
  choice.parentElement.hidden = false;
  choice.addEventListener("change", show);
  show();
});
