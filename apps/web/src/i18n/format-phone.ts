/** A number as people read it: `+48 501 234 567`; of other countries the code apart and the rest as it is. */
export function formatPhone(phone: string): string {
  const polish = /^\+48(\d{3})(\d{3})(\d{3})$/.exec(phone);
  return polish ? `+48 ${polish.slice(1).join(' ')}` : phone;
}
