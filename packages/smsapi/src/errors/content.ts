import type { ErrorRow } from './row.ts';

/** This text or these parameters: sending the same again fails the same way. */
export const contentErrors: readonly ErrorRow[] = [
  {
    codes: [11],
    name: 'text_missing_or_too_long',
    class: 'content',
    pl: {
      sentence: 'Treść jest pusta, za długa albo zawiera znaki, których nie wolno w niej użyć.',
      action: 'Popraw treść wiadomości i wyślij ją ponownie.',
    },
    en: {
      sentence: 'The text is empty, too long or contains characters that are not allowed in it.',
      action: 'Correct the text and send it again.',
    },
  },
  {
    codes: [12],
    name: 'too_many_parts',
    class: 'content',
    pl: {
      sentence: 'Wiadomość ma więcej części, niż pozwala limit konta SMSAPI lub tej wysyłki.',
      action: 'Skróć treść albo podnieś w panelu SMSAPI największą liczbę części wiadomości.',
    },
    en: {
      sentence: 'The message has more parts than the SMSAPI account or this sending allows.',
      action: 'Shorten the text or raise the maximum number of parts in the SMSAPI panel.',
    },
  },
  {
    codes: [17],
    name: 'flash_with_special_characters',
    class: 'content',
    pl: {
      sentence: 'Wiadomość błyskawiczna (flash) nie może zawierać znaków specjalnych.',
      action: 'Usuń z treści polskie litery i inne znaki specjalne.',
    },
    en: {
      sentence: 'A flash message may not contain special characters.',
      action: 'Remove Polish letters and other special characters from the text.',
    },
  },
  {
    codes: [18],
    name: 'params_count_wrong',
    class: 'content',
    pl: {
      sentence: 'Liczba wartości do podstawienia nie zgadza się z liczbą odbiorców.',
      action: 'To błąd programu: zgłoś go razem z numerem wysyłki.',
    },
    en: {
      sentence: 'The number of values to fill in does not match the number of recipients.',
      action: 'This is a fault of the program: report it with the number of the campaign.',
    },
  },
  {
    codes: [76],
    name: 'params_have_invalid_characters',
    class: 'content',
    pl: {
      sentence: 'Wartości podstawiane do treści zawierają niedozwolone znaki.',
      action: 'Usuń z tych wartości znaki specjalne i adresy stron.',
    },
    en: {
      sentence: 'The values to fill into the text contain characters that are not allowed.',
      action: 'Remove special characters and web addresses from these values.',
    },
  },
  {
    codes: [93],
    name: 'params_with_group',
    class: 'content',
    pl: {
      sentence: 'Wysyłka do grupy SMSAPI nie może mieć wartości podstawianych do treści.',
      action: 'Wybierz odbiorców pojedynczo zamiast grupy.',
    },
    en: {
      sentence: 'A sending to an SMSAPI group may not have values to fill in.',
      action: 'Pick single recipients instead of the group.',
    },
  },
  {
    codes: [19],
    name: 'too_many_recipients_in_request',
    class: 'content',
    pl: {
      sentence: 'W jednej paczce jest za dużo wiadomości.',
      action: 'Zmniejsz wielkość paczki w konfiguracji wysyłki. Z linkiem skróconym największa to 100.',
    },
    en: {
      sentence: 'There are too many messages in one batch.',
      action: 'Lower the batch size in the sending settings. With a short link the maximum is 100.',
    },
  },
  {
    codes: [20],
    name: 'idx_count_wrong',
    class: 'content',
    pl: {
      sentence: 'Liczba identyfikatorów wiadomości nie zgadza się z liczbą odbiorców.',
      action: 'To błąd programu: zgłoś go razem z numerem wysyłki.',
    },
    en: {
      sentence: 'The number of message references does not match the number of recipients.',
      action: 'This is a fault of the program: report it with the number of the campaign.',
    },
  },
  {
    codes: [27],
    name: 'idx_too_long',
    class: 'content',
    pl: {
      sentence: 'Identyfikator wiadomości jest dłuższy niż 255 znaków.',
      action: 'To błąd programu: zgłoś go razem z numerem wysyłki.',
    },
    en: {
      sentence: 'The message reference is longer than 255 characters.',
      action: 'This is a fault of the program: report it with the number of the campaign.',
    },
  },
  {
    codes: [21, 22, 23, 24, 26, 31, 35, 51, 55],
    name: 'mms_or_vms_invalid',
    class: 'content',
    pl: {
      sentence: 'SMSAPI odrzuciło parametry wiadomości MMS, głosowej lub binarnej.',
      action: 'Wyślij zwykły SMS tekstowy; jeśli to był zwykły SMS, zgłoś błąd programu.',
    },
    en: {
      sentence: 'SMSAPI rejected the parameters of an MMS, voice or binary message.',
      action: 'Send a plain text SMS; if it was one, report a fault of the program.',
    },
  },
  {
    codes: [25, 30],
    name: 'binary_parameters_invalid',
    class: 'content',
    pl: {
      sentence: 'Parametry wiadomości binarnej są błędne lub wzajemnie się wykluczają.',
      action: 'Wyślij zwykły SMS tekstowy; jeśli to był zwykły SMS, zgłoś błąd programu.',
    },
    en: {
      sentence: 'The parameters of the binary message are wrong or exclude each other.',
      action: 'Send a plain text SMS; if it was one, report a fault of the program.',
    },
  },
  {
    codes: [28],
    name: 'time_restriction_invalid',
    class: 'content',
    pl: {
      sentence: 'SMSAPI nie zna podanego sposobu stosowania godzin wysyłki.',
      action: 'To błąd programu: zgłoś go razem z numerem wysyłki.',
    },
    en: {
      sentence: 'SMSAPI does not know the given way of applying sending hours.',
      action: 'This is a fault of the program: report it with the number of the campaign.',
    },
  },
  {
    codes: [50],
    name: 'date_too_far',
    class: 'content',
    pl: {
      sentence: 'Termin wysyłki jest odległy o więcej niż trzy miesiące.',
      action: 'Wybierz wcześniejszy termin.',
    },
    en: {
      sentence: 'The sending date is more than three months ahead.',
      action: 'Choose an earlier date.',
    },
  },
  {
    codes: [54],
    name: 'date_invalid',
    class: 'content',
    pl: {
      sentence: 'SMSAPI nie odczytało terminu wysyłki.',
      action: 'Podaj termin jeszcze raz.',
    },
    en: {
      sentence: 'SMSAPI could not read the sending date.',
      action: 'Enter the date again.',
    },
  },
  {
    codes: [56],
    name: 'expiration_out_of_range',
    class: 'content',
    pl: {
      sentence: 'Czas ważności wiadomości jest za krótki albo za długi.',
      action: 'Ustaw ważność od 1 do 12 godzin po terminie wysyłki.',
    },
    en: {
      sentence: 'The validity of the message is too short or too long.',
      action: 'Set it between 1 and 12 hours after the sending date.',
    },
  },
  {
    codes: [72],
    name: 'notify_url_for_one_recipient_only',
    class: 'content',
    pl: {
      sentence: 'Adres raportów doręczenia można podać tylko przy jednym odbiorcy.',
      action: 'Ustaw wielkość paczki 1 albo wpisz adres raportów w panelu SMSAPI zamiast w wysyłce.',
    },
    en: {
      sentence: 'A delivery-report address may be given for a single recipient only.',
      action: 'Set the batch size to 1, or enter the report address in the SMSAPI panel instead.',
    },
  },
  {
    codes: [74],
    name: 'outside_sending_hours',
    class: 'content',
    pl: {
      sentence: 'Termin wysyłki wypada poza godzinami dozwolonymi na koncie SMSAPI.',
      action: 'Wybierz inną godzinę albo zmień dozwolone godziny w panelu SMSAPI.',
    },
    en: {
      sentence: 'The sending time is outside the hours allowed by the SMSAPI account.',
      action: 'Choose another hour or change the allowed hours in the SMSAPI panel.',
    },
  },
  {
    codes: [75],
    name: 'nothing_to_delete',
    class: 'content',
    pl: {
      sentence: 'Nie wskazano żadnej zaplanowanej wiadomości do usunięcia.',
      action: 'Odśwież listę i wskaż wiadomości jeszcze raz.',
    },
    en: {
      sentence: 'No scheduled message was given to be deleted.',
      action: 'Refresh the list and pick the messages again.',
    },
  },
  {
    codes: [106],
    name: 'short_link_url_invalid',
    class: 'content',
    pl: {
      sentence: 'Adres do skrócenia jest błędny.',
      action: 'Popraw adres strony w treści wiadomości.',
    },
    en: {
      sentence: 'The address to be shortened is wrong.',
      action: 'Correct the web address in the text.',
    },
  },
  {
    codes: [300],
    name: 'points_parameter_invalid',
    class: 'content',
    pl: {
      sentence: 'SMSAPI odrzuciło parametr liczby punktów.',
      action: 'To błąd programu: zgłoś go.',
    },
    en: {
      sentence: 'SMSAPI rejected the points parameter.',
      action: 'This is a fault of the program: report it.',
    },
  },
  {
    codes: [301],
    name: 'message_not_found',
    class: 'content',
    pl: {
      sentence: 'Takiej wiadomości nie ma albo do jej wysłania zostało mniej niż 60 sekund.',
      action: 'Sprawdź stan wiadomości: najpewniej została już wysłana i nie da się jej cofnąć.',
    },
    en: {
      sentence: 'There is no such message, or less than 60 seconds remain until it is sent.',
      action: 'Check the state of the message: most likely it is sent already and cannot be recalled.',
    },
  },
  {
    codes: [400],
    name: 'status_id_invalid',
    class: 'content',
    pl: {
      sentence: 'SMSAPI nie zna identyfikatora, o którego stan zapytano.',
      action: 'Poczekaj na raport doręczenia albo sprawdź wiadomość w panelu SMSAPI.',
    },
    en: {
      sentence: 'SMSAPI does not know the id whose status was asked for.',
      action: 'Wait for the delivery report or look the message up in the SMSAPI panel.',
    },
  },
  {
    codes: [409],
    name: 'value_exists',
    class: 'content',
    pl: {
      sentence: 'Taka wartość już istnieje w SMSAPI.',
      action: 'Użyj istniejącej albo podaj inną.',
    },
    en: {
      sentence: 'This value already exists in SMSAPI.',
      action: 'Use the existing one or give another.',
    },
  },
];
