/** Grows when a client of an older build can no longer understand the server. */
export const protocolVersion = 2;
