// How the code is laid out; `npx prettier --write .` puts it in order.
export default { printWidth: 110, trailingComma: "all", endOfLine: "lf" };
