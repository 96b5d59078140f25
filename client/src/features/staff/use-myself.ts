/** Who holds this browser's session. A secret in the address opens one first. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useNavigate } from 'react-router';
import { myself } from '../../connection/account-api';
import { openStaffSession } from '../../connection/api';
import { forgetViewsEverywhere } from '../../connection/kept-view';
import { untilAnswered } from '../../connection/line';

/** The secret goes out of the address before anything else, so that no history or screen keeps it. */
export function useMyself() {
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [secret, setSecret] = useState(() => window.location.hash.slice(1));
  useEffect(() => {
    if (window.location.hash !== '') void navigate('/staff', { replace: true });
  }, [navigate]);
  const found = useQuery({
    queryKey: ['myself', secret],
    queryFn: async () => {
      if (secret !== '') {
        // What whoever sat here before was shown is not for whoever comes now.
        forgetViewsEverywhere(sessionStorage);
        await openStaffSession(secret);
      }
      return myself();
    },
    ...untilAnswered,
    staleTime: Number.POSITIVE_INFINITY,
  });
  return {
    ...found,
    /** By another way than the secret: what was seen before is somebody else's. */
    signedIn: () => {
      setSecret('');
      forgetViewsEverywhere(sessionStorage);
      queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'myself' });
      void queries.resetQueries({ queryKey: ['myself'] });
    },
  };
}
