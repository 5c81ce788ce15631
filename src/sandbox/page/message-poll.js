// @ts-check
import { html, useState } from '/vendor/htm-preact.js';
import { Icon } from './icon.js';

/** @typedef {import('./types.js').Poll} Poll */

/**
 * A poll or quiz: choices until this person has voted or it is closed, then the results.
 * @param {{ poll: Poll, personId: number, onVote: (options: number[]) => void, onRetract: () => void }} props
 */
export function MessagePoll({ poll, personId, onVote, onRetract }) {
  const mine = poll.myVotes[String(personId)] ?? [];
  const voted = mine.length > 0;
  const isQuiz = poll.correct !== null;
  const showsResults = voted || poll.closed;
  const kind = `${isQuiz ? '答题' : '投票'}${poll.multiple ? '，可多选' : ''}${poll.closed ? '，已结束' : ''}`;

  return html`<div class="poll" data-testid="poll">
    <p class="poll-question">${poll.question}</p>
    <p class="poll-kind">${kind}</p>
    ${
      showsResults
        ? html`<${PollResults} poll=${poll} mine=${mine} />`
        : html`<${PollChoices} poll=${poll} onVote=${onVote} />`
    }
    ${
      showsResults &&
      isQuiz &&
      poll.explanation &&
      html`<p class="poll-explanation" data-testid="poll-explanation">${poll.explanation}</p>`
    }
    <p class="poll-total">
      ${poll.total > 0 ? `${poll.total} 人${isQuiz ? '答过' : '投过'}` : `还没有人${isQuiz ? '答题' : '投票'}`}
      ${
        voted &&
        !poll.closed &&
        !isQuiz &&
        html`<button type="button" class="text-button" data-testid="retract-button" onClick=${onRetract}>撤回我的一票</button>`
      }
    </p>
  </div>`;
}

/** @param {{ poll: Poll, onVote: (options: number[]) => void }} props */
function PollChoices({ poll, onVote }) {
  const [chosen, setChosen] = useState(/** @type {number[]} */ ([]));
  /** @param {number} index */
  function choose(index) {
    if (!poll.multiple) return onVote([index]);
    setChosen(
      chosen.includes(index) ? chosen.filter((other) => other !== index) : [...chosen, index].sort((a, b) => a - b),
    );
  }
  return html`<div class="poll-choices">
    ${poll.options.map(
      (option, index) => html`<button
        key=${index}
        type="button"
        class="poll-choice"
        role=${poll.multiple ? 'checkbox' : undefined}
        aria-checked=${poll.multiple ? chosen.includes(index) : undefined}
        data-testid=${`option-${index}`}
        onClick=${() => choose(index)}
      >
        <span class=${`poll-mark ${poll.multiple ? 'square' : ''} ${chosen.includes(index) ? 'on' : ''}`}></span>
        <span>${option.text}</span>
      </button>`,
    )}
    ${
      poll.multiple &&
      html`<button
        type="button"
        class="button button-primary"
        data-testid="vote-button"
        disabled=${chosen.length === 0}
        onClick=${() => onVote(chosen)}
      >
        投票
      </button>`
    }
  </div>`;
}

/** @param {{ poll: Poll, mine: number[] }} props */
function PollResults({ poll, mine }) {
  return html`<ul class="poll-results">
    ${poll.options.map((option, index) => {
      const percent = poll.total === 0 ? 0 : Math.round((100 * option.votes) / poll.total);
      const right = poll.correct?.includes(index) ?? false;
      const wrong = poll.correct !== null && !right && mine.includes(index);
      const words = [mine.includes(index) ? '我选的' : '', right ? '正确答案' : '', wrong ? '不对' : ''].filter(
        Boolean,
      );
      return html`<li key=${index} class=${right ? 'right' : wrong ? 'wrong' : ''} data-testid=${`result-${index}`}>
        <span class="poll-percent">${percent}%</span>
        <span class="poll-option">
          ${option.text}
          ${words.length > 0 && html`<span class="poll-words">${right && html`<${Icon} name="check" />`}${wrong && html`<${Icon} name="close" />`}${words.join('，')}</span>`}
          <progress max="100" value=${percent} aria-label=${`${option.text}:${option.votes} 票`}></progress>
        </span>
      </li>`;
    })}
  </ul>`;
}
