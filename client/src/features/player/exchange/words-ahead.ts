/** Fetches these panels' words together with their code, so that both are there once the line is gone. */
import i18next from 'i18next';

void i18next.loadNamespaces('exchange');
