/* Saves what was ticked on a form as a file on this computer. It sends nothing to anybody. */
(function () {
  "use strict";
  var part = document.querySelector(".save");
  var told = part.querySelector("[role=status]");

  function chosen(name) {
    var found = document.querySelector('input[name="' + name + '"]:checked');
    return found ? found.value : "";
  }

  function ticked(id) {
    var found = document.getElementById(id);
    return Boolean(found && found.checked);
  }

  /* The question and the sheet ask the same: "both" where they, or two boxes, say yes and no. */
  function answer(use) {
    var said = chosen("use-" + use);
    var yes = said === "yes" || ticked("said-" + use + "-yes");
    var no = said === "no" || ticked("said-" + use + "-no") || ticked("none-of-it");
    return yes && no ? "both" : yes ? "yes" : no ? "no" : "";
  }

  function anyNo(beginning) {
    return Boolean(document.querySelector('input[name^="' + beginning + '"][value="no"]:checked'));
  }

  function save() {
    var uses = {};
    var unclear = false;
    part.dataset.uses.split(" ").forEach(function (use) {
      var said = answer(use);
      unclear = unclear || said === "both";
      if (said) { uses[use] = said; }
    });
    if (unclear) {
      told.textContent = part.dataset.unclear;
      return;
    }
    var change = document.getElementById("change").value.trim();
    var called = document.getElementById("called").value.trim();
    var isRight = chosen("right") !== "no" && !change && !called && !anyNo("tells-") && !anyNo("picture-");
    var saved = { form: part.dataset.form, uses: uses, right: isRight ? "yes" : "no" };
    if (change) { saved.change = change; }
    var link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([JSON.stringify(saved)], { type: "application/json" }));
    link.download = "answers-" + part.dataset.form + ".json";
    link.click();
    told.textContent = part.dataset.saved.replace("\u2026", link.download);
  }

  part.hidden = false;
  part.querySelector("button").addEventListener("click", save);
})();
