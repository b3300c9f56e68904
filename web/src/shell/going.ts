/**
 * The page that a navigation under way leads to; null when none is. Its code may still be on its way, and whoever writes the address
 * meanwhile would call the navigation off.
 */
export const going: { to: string | null } = { to: null }
