package dev.tiptoe.gate;

import dev.tiptoe.project.GitSandbox;
import java.nio.file.Path;

/** A repository as a service hosts it, and the clone of somebody who works in it. */
record Hosting(Path bare, GitSandbox developer) {

  static final String SAFE = "ALTER TABLE \"Server\" ADD COLUMN \"region\" TEXT;\n";
  static final String REQUIRED =
      "ALTER TABLE \"Server\" ADD COLUMN \"sshPort\" INTEGER NOT NULL;\n";
  static final String APPLIED = migration("20240102000000_name");

  /** A Prisma project on main, with a migration that nobody would let pass today. */
  static Hosting in(Path folder) throws Exception {
    Path bare = folder.resolve("origin.git");
    GitSandbox developer = GitSandbox.in(folder.resolve("developer"));
    developer.git("init", "-q", "--bare", bare.toString());
    developer.git("-C", bare.toString(), "config", "uploadpack.allowAnySHA1InWant", "true");
    developer.git("remote", "add", "origin", "file://" + bare);
    developer.write("prisma/migrations/migration_lock.toml", "provider = \"postgresql\"\n");
    developer.write(
        migration("20240101000000_init"), "CREATE TABLE \"Server\" (\"id\" SERIAL PRIMARY KEY);\n");
    developer.write(APPLIED, "ALTER TABLE \"Server\" ADD COLUMN \"name\" TEXT NOT NULL;\n");
    Hosting hosting = new Hosting(bare, developer);
    hosting.push("main");
    return hosting;
  }

  static String migration(String name) {
    return "prisma/migrations/" + name + "/migration.sql";
  }

  /** Somebody else's copy on the service. */
  Hosting fork(Path folder) throws Exception {
    Path copy = folder.resolve("fork.git");
    developer.git("clone", "-q", "--bare", bare.toString(), copy.toString());
    GitSandbox somebody = GitSandbox.in(folder.resolve("somebody"));
    somebody.git("remote", "add", "origin", "file://" + copy);
    somebody.git("fetch", "-q", "origin");
    somebody.git("checkout", "-q", "main");
    return new Hosting(copy, somebody);
  }

  /** Begins a branch where main is now. */
  void branch(String name) throws Exception {
    developer.git("checkout", "-q", "-b", name, "main");
  }

  /** Commits all that is on disk and pushes it, by force if need be; answers the commit. */
  String push(String branch) throws Exception {
    String commit = developer.commit();
    developer.git("push", "-q", "--force", "origin", "HEAD:refs/heads/" + branch);
    return commit;
  }

  /** Changes main meanwhile, so that it and the branch that is checked out differ both ways. */
  void advanceMain() throws Exception {
    String branch = developer.git("rev-parse", "--abbrev-ref", "HEAD");
    developer.git("checkout", "-q", "main");
    developer.write(migration("20240105000000_other"), "CREATE TABLE \"Other\" (\"id\" INT);\n");
    push("main");
    developer.git("checkout", "-q", branch);
  }

  /**
   * Opens the pull request 1 for a branch, here or in a fork; answers the commit that GitHub makes
   * of it and its target.
   */
  String pullRequest(Hosting from, String branch) throws Exception {
    developer.git(
        "-C", bare.toString(), "fetch", "-q", from.bare.toString(), branch + ":refs/pull/1/head");
    developer.git("fetch", "-q", "origin", "refs/pull/1/head");
    developer.git("checkout", "-q", "--detach", "main");
    developer.git("merge", "-q", "--no-ff", "-m", "Merge", "FETCH_HEAD");
    developer.git("push", "-q", "origin", "HEAD:refs/pull/1/merge");
    return developer.git("rev-parse", "HEAD");
  }

  /** What actions/checkout and its likes do, where a depth of 0 is the whole history. */
  GitSandbox checkout(Path to, String commit, int depth) throws Exception {
    GitSandbox clone = GitSandbox.in(to);
    clone.git("remote", "add", "origin", "file://" + bare);
    if (depth == 0) {
      clone.git("fetch", "-q", "origin", "+refs/heads/*:refs/remotes/origin/*");
      clone.git("fetch", "-q", "origin", commit);
    } else {
      clone.git("fetch", "-q", "--depth=" + depth, "origin", commit);
    }
    clone.git("checkout", "-q", "--force", commit);
    return clone;
  }
}
