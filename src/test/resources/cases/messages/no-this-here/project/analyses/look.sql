select ${this.schema!"x"}, ${this.name}
