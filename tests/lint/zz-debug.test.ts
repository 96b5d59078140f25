import fc from 'fast-check';
import { test } from 'vitest';
import { lintContext, defaultLintOptions } from '@trilogue/engine/lint/lint-context';
import { randomMoves } from '../support/random-drill.js';
import { randomScenario } from '../support/random-scenario.js';
import { bounds, scripted } from './reach.test.js';
test('debug', () => {
  fc.assert(fc.property(randomScenario, randomMoves(150), (scenario, moves) => {
    const context = lintContext(scenario, defaultLintOptions);
    const { steps } = scripted(scenario, moves);
    const log = steps.map(s=>s.fact);
    for (const { fact } of steps) for (const [what, least] of bounds(fact, context)) {
      if (fact.playMs + 1 < least*60000) {
        console.log('SOONER', what, fact.playMs/60000, least, JSON.stringify(fact));
        if (fact.type==='InjectReleased') console.log(JSON.stringify({...scenario.injects.find(i=>i.id===fact.injectId)}));
        if (fact.type==='ConditionTurned') console.log(JSON.stringify(context.playbook.watches.get(fact.watch)));
        let c: any = fact; while (c?.causedBy != null) { c = log.find(x=>x.seq===c.causedBy); console.log('  <-', JSON.stringify(c)); }
        console.log(JSON.stringify(scenario.phases.map(p=>[p.id,p.exits,p.onEnter])));
        throw new Error('x');
      }
    }
  }), { numRuns: 300, seed: Number(process.env.SEED), endOnFailure: true });
});
