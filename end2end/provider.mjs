// A real provider of OpenID Connect (certified) on this machine, with people in the shape of
// UNI-Login. Whatever password is typed is right.
import { Provider } from 'oidc-provider';

const teachers = {
  lone1234: { name: 'Lone Lærer', email: 'lone@viborg.example', email_verified: true, aktoer_gruppe: 'Medarbejder', institution_ids: ['280051'] },
  bo5678: { name: 'Bo Elev', email: 'bo@viborg.example', email_verified: false, aktoer_gruppe: 'Elev', institution_ids: ['280051'] },
  ny9012: { name: 'Nynne Ny', email: 'nynne@viborg.example', email_verified: false, aktoer_gruppe: 'Medarbejder', institution_ids: ['751001'] },
};

export const client = { id: 'gnist', secret: 'en hemmelighed: & / + %' };

// Starts it for a portal; the issuer is known beforehand, since the portal asks for it.
export function startProvider(issuer, origin) {
  const provider = new Provider(issuer, {
    clients: [{
      client_id: client.id,
      client_secret: client.secret,
      redirect_uris: [`${origin}/log-ind/udbyder/svar`],
      post_logout_redirect_uris: [`${origin}/log-ind`],
    }],
    claims: { openid: ['sub', 'uniid', 'aktoer_gruppe', 'institution_ids'], profile: ['name'], email: ['email', 'email_verified'] },
    pkce: { required: () => true },
    cookies: { keys: ['only for tests'] },
    features: { devInteractions: { enabled: true }, rpInitiatedLogout: { enabled: true } },
    findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id, uniid: id, ...teachers[id] }) }),
  });
  const { hostname, port } = new URL(issuer);
  return new Promise((resolve) => {
    const server = provider.listen(Number(port), hostname, () => resolve(server));
  });
}
