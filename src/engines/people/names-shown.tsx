import type { PersonName } from './person.ts';
import { scriptAttributes } from './show.ts';

/** A name in the scripts that the person uses. */
export function Names({ name, otherNames }: { name: PersonName; otherNames: readonly { script: string; full: string }[] }) {
  return (
    <>
      <bdi>{name.full}</bdi>
      {otherNames.map(({ script, full }) => (
        <>
          {' '}
          <bdi class="ww-person__other" {...scriptAttributes(script)}>
            {full}
          </bdi>
        </>
      ))}
    </>
  );
}
