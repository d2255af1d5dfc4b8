/**
 * An E.164 number as people read it: `+48 501 234 567`. Other countries keep their code, whose length is not known here, in
 * one piece with the number.
 */
export function formatPhone(phone: string): string {
  const polish = /^\+48(\d{3})(\d{3})(\d{3})$/.exec(phone);
  return polish ? `+48 ${polish.slice(1).join(' ')}` : phone;
}
