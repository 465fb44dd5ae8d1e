export type { CountyItem } from './countyForm.ts';
export { countyCopy, countyPackage, countyXlsx } from './countyPackage.ts';
export { deliveryForm } from './delivery.ts';
export { writeFormDocx } from './docx.ts';
export type { PrintedForm } from './form.ts';
export { approvalForm, attributeForm, secrecyForm } from './forms.ts';
export { writeFormHtml } from './html.ts';
export { writeFormPdf } from './pdf.ts';
export { drawPicture, pictureText } from './picture.ts';
