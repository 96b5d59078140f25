/** Before all tests: the product that some of them start as a process of its own. */
import { rmSync } from 'node:fs';
import type { TestProject } from 'vitest/node';
import { handOn, makeProduct, productFolder } from './product.js';

export async function setup(project: TestProject): Promise<() => void> {
  const folder = productFolder();
  handOn(folder);
  await makeProduct(folder);
  project.onTestsRerun(() => makeProduct(folder));
  return () => rmSync(folder, { recursive: true, force: true });
}
