/** Nations with the language their players usually read, which only the scenario's card tells. */
import { useQuery } from '@tanstack/react-query';
import { scenarios } from '../../../connection/api';
import { useRoom } from '../hooks/use-room';
import type { CastingParty } from '../logic/casting-presets';

export function useCastingParties(): readonly CastingParty[] {
  const { view } = useRoom();
  const { scenarioId, defaultLanguage } = view.exercise;
  const { data } = useQuery({ queryKey: ['scenarios'], queryFn: scenarios });
  const card = data?.find(({ id }) => id === scenarioId);
  return view.parties.map(({ id, name }) => ({
    id,
    name,
    language: card?.parties.find((party) => party.id === id)?.language ?? defaultLanguage,
  }));
}
