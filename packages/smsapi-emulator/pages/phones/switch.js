import { t } from '../core/i18n.js';
import { segments } from '../core/parts.js';
import { setPhoneState } from './data.js';

/** Switches the handset off, carries it out of coverage, brings it back. @param {import('./data.js').PhoneLine} phone @param {'narrow' | 'wide'} place */
export const stateSwitch = ({ number, state }, place) =>
  segments({
    name: `state-${place}`,
    label: t().phones.state.label,
    value: state,
    class: place === 'wide' ? 'stacked' : '',
    onchange: (wanted) => void setPhoneState(number, wanted),
    choices: [
      { value: 'on', label: place === 'wide' ? t().phones.state.on : t().phones.stateShort.on, icon: 'signal' },
      {
        value: 'out-of-coverage',
        label: place === 'wide' ? t().phones.state['out-of-coverage'] : t().phones.stateShort['out-of-coverage'],
        icon: 'noSignal',
      },
      { value: 'off', label: place === 'wide' ? t().phones.state.off : t().phones.stateShort.off, icon: 'power' },
    ],
  });
