const state = document.querySelector('#state');
const signOut = document.querySelector('#sign-out');

const show = async () => {
  try {
    const answer = await fetch('/api/v1/session');
    if (answer.status === 401) {
      state.textContent = 'Nie jesteś zalogowany. Odnośnik do logowania wypisze: npx goniec login';
      signOut.hidden = true;
      return;
    }
    const session = await answer.json();
    const companies = session.companies.map(({ name }) => name).join(', ') || 'brak';
    state.textContent = `Zalogowano: ${session.user?.name ?? 'klucz API'}. Firmy: ${companies}.`;
    signOut.hidden = false;
  } catch {
    state.textContent = 'Serwer nie odpowiada. Sprawdź, czy Goniec działa.';
    state.classList.add('bad');
  }
};

const leave = async () => {
  await fetch('/api/v1/session', { method: 'DELETE' });
  await show();
};

signOut.addEventListener('click', () => void leave());

await show();
