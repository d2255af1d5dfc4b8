const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

/** Whether an address is on this very computer: nobody else can be there, and nobody elsewhere can reach it. */
export function isLoopback(url: URL): boolean {
  return LOOPBACK.test(url.hostname);
}
