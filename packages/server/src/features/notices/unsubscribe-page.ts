/** The page behind "ngừng nhận thư" of a mail: without sign-in, without JavaScript, in both languages. */

const frame = (title: string, body: string): string => `<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex"><title>${title}</title></head>
<body><main>${body}</main></body></html>
`;

/** Asks; nothing has happened yet. */
export const unsubscribeForm = (): string =>
  frame(
    "Ngừng nhận thư của OpenDTI",
    `<h1>Ngừng nhận thư của OpenDTI?</h1>
<p>Thông báo vẫn có trong ứng dụng. Bật lại thư ở mục Tài khoản của tôi.</p>
<p lang="en">Stop the mails of OpenDTI? Notices stay in the application; turn mails on again under My account.</p>
<form method="post"><button type="submit">Ngừng nhận thư / Stop the mails</button></form>`,
  );

export const unsubscribeDone = (): string =>
  frame(
    "Đã ngừng nhận thư",
    `<h1>Đã ngừng nhận thư</h1>
<p>OpenDTI không gửi thư tới bạn nữa. Bật lại ở mục Tài khoản của tôi.</p>
<p lang="en">OpenDTI sends you no more mails. Turn them on again under My account.</p>`,
  );
