import { GraphQLError, TokenKind } from "graphql";
import { Parser } from "graphql/language/parser.js";

const kinds = ["Schema", "ScalarType", "ObjectType", "InterfaceType", "UnionType", "EnumType", "InputObjectType", "Directive"];

/** The parser of graphql-js, which stops at the first definition that is not executable and says so as its rule does. */
class ExecutableParser extends Parser {
  refuse() {
    const start = this._lexer.token;
    if (this.peekDescription()) {
      this._lexer.advance();
    }
    if (this._lexer.token.value === "extend" && start === this._lexer.token) {
      this._lexer.advance();
    }
    const keyword = this._lexer.token.value;
    this._lexer.advance();
    if (keyword === "directive") {
      this.expectToken(TokenKind.AT);
    }
    const name = keyword === "schema" ? "schema" : `"${this.parseName().value}"`;
    throw new GraphQLError(`The ${name} definition is not executable.`, { source: this._lexer.source, positions: [start.start] });
  }
}
for (const kind of kinds) {
  ExecutableParser.prototype[`parse${kind}Definition`] = ExecutableParser.prototype.refuse;
  ExecutableParser.prototype[`parse${kind}Extension`] = ExecutableParser.prototype.refuse;
}

export function parseExecutable(text) {
  return new ExecutableParser(text).parseDocument();
}
