import type { Answer } from '../../../core/reply.ts';
import { answerHead } from './answer-blocks.ts';
import { cutBlocks, cutToLimits, textLength } from './cut-blocks.ts';
import { MESSAGE } from './fit.ts';
import { markdownBlocks } from './markdown-blocks.ts';
import type { Block } from './message.ts';

/** Characters of the excerpt: a preview must not bury the message that it stands under. */
const EXCERPT = 350;

/** A section as the preview of a link to it. */
export function renderUnfurl(answer: Answer): Block[] {
  const head = answerHead(answer);
  const content = markdownBlocks(answer.excerpt.root);
  const { blocks } = cutBlocks(content, { size: EXCERPT, measure: textLength });
  const room = MESSAGE.characters - JSON.stringify([head]).length - 2;
  return [head, ...cutToLimits(blocks, { characters: room, blocks: MESSAGE.blocks - 1 }).blocks];
}
