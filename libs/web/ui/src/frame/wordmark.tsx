/** The sign of Tavolo: a round table with four seats, one for each sector's shape. Decorative. */
export function Sign({ size = 34 }: { readonly size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 40 40" aria-hidden="true" focusable="false">
      <circle cx="20" cy="20" r="9.5" fill="none" stroke="currentColor" strokeWidth="3" />
      <rect x="16.5" y="1" width="7" height="7" rx="1" fill="currentColor" />
      <circle cx="35.5" cy="20" r="3.7" fill="currentColor" />
      <path d="M20 31.2 24.4 39h-8.8z" fill="currentColor" />
      <path d="M4.5 15.4 9.1 20l-4.6 4.6L0 20z" fill="currentColor" />
    </svg>
  );
}
