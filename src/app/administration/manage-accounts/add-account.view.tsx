import { Button, ButtonRow, ErrorSummary, Form, LinkButton, RadioGroup } from '../../../kernel/html/index.ts';
import type { FormValues, ViewContext } from '../../../kernel/http/context.ts';
import { text } from '../messages.ts';
import { SettingsPage } from '../settings-page.tsx';
import { AccountFields, accountLabels } from './account-fields.tsx';

export function addAccountView(context: ViewContext, values: FormValues, errors: Record<string, string>) {
  const { locale, key } = context;
  return (
    <SettingsPage context={context} title={text(locale, 'accounts.add')} lead={<p>{text(locale, 'accounts.add.lead')}</p>} crumbs={[{ href: '/settings/accounts', label: text(locale, 'accounts.title') }]}>
      <ErrorSummary locale={locale} errors={errors} labels={accountLabels(locale)} />
      <Form action="/settings/accounts/new" once={key}>
        <AccountFields locale={locale} values={values} errors={errors} />
        <RadioGroup locale={locale} name="locale" label={text(locale, 'accounts.locale')} value={typeof values['locale'] === 'string' ? values['locale'] : 'nl'} error={errors['locale']} inline options={[{ value: 'nl', label: text(locale, 'language.nl') }, { value: 'en', label: text(locale, 'language.en') }]} />
        <ButtonRow>
          <Button icon="send">{text(locale, 'accounts.invite')}</Button>
          <LinkButton look="subtle" href="/settings/accounts">
            {text(locale, 'go.back')}
          </LinkButton>
        </ButtonRow>
      </Form>
    </SettingsPage>
  );
}
