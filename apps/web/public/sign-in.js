// The page itself changes nothing: link previews and scanners open links too. Only the button uses the token up.
const button = document.querySelector('#sign-in');
const state = document.querySelector('#state');
const token = new URLSearchParams(location.search).get('token') ?? '';

// The token should not stay in the history of the browser.
history.replaceState(null, '', '/zaloguj');

const say = (text, bad) => {
  state.hidden = false;
  state.textContent = text;
  state.classList.toggle('bad', bad);
};

if (token === '') {
  button.disabled = true;
  say(
    'W adresie brakuje kodu. Otwórz cały odnośnik, który wypisał program, albo poproś o nowy: npx goniec login.',
    true,
  );
}

const signIn = async () => {
  button.disabled = true;
  try {
    const answer = await fetch('/api/v1/session', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ token }),
    });
    if (answer.ok) {
      location.assign('/');
      return;
    }
    const problem = await answer.json();
    say(`${problem.sentence?.pl ?? problem.title} ${problem.action?.pl ?? ''}`, true);
  } catch {
    say('Serwer nie odpowiada. Sprawdź, czy Goniec działa, i spróbuj ponownie.', true);
    button.disabled = false;
  }
};

button.addEventListener('click', () => void signIn());
