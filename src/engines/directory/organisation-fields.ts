import { field } from '../../kernel/http/fields.ts';

/** The fields of an organisation as a form or a program sends them. */
export const organisationFields = {
  name: field.text(200),
  phone: field.optionalText(30),
  email: field.optionalEmail(),
  website: field.optionalText(300),
};

export interface FilledOrganisation {
  name?: string;
  phone?: string;
  email?: string;
  website?: string;
}
