export { COUNTY_FORM, type CountyField, type CountyItem, countyValues } from './countyForm.ts';
export { countyCopy, countyPackage, countyXlsx } from './countyPackage.ts';
export type { PrintedForm } from './form.ts';
export { approvalForm, attributeForm, deliveryForm, type FormContext, secrecyForm } from './forms.ts';
export { writeFormHtml } from './html.ts';
export { writeFormPdf } from './pdf.ts';
export { drawPicture, pictureText } from './picture.ts';
