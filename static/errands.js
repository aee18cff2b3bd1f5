// Starts the worker's program. It says itself when it is ready to be asked.
import start from "./worker.js";

start().catch(function (error) {
  // As an error of the worker it reaches the page.
  setTimeout(function () {
    throw error;
  });
});
