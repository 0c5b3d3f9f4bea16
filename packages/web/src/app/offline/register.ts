/** Registers the service worker of the built application, once the page stands. */
export function registerWorker(): void {
  // Only over https or on this machine; elsewhere, and in development, everything works but reloading offline.
  if (!import.meta.env.PROD || !("serviceWorker" in navigator)) return;
  const register = (): void => {
    navigator.serviceWorker.register("/sw.js", { updateViaCache: "none" }).catch(() => undefined);
  };
  if (document.readyState === "complete") register();
  else window.addEventListener("load", register, { once: true });
}
