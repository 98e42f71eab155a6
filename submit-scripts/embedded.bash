# Sourced, after jdk17.bash, with root and fail set. What the build leaves: $jar is the program,
# $embedded is a Spark in jars, and ${opens[@]} are the JVM's options for it.

version=$(sed -n '/<version>/{s:.*<version>\(.*\)</version>.*:\1:p;q}' "$root/pom.xml")
jar=$root/jobs/target/tenfold-$version.jar
embedded=$root/jobs/target/spark

# What Spark 3.5 opens of the JDK: org.apache.spark.launcher.JavaModuleOptions, also in pom.xml.
opens=(
  -XX:+IgnoreUnrecognizedVMOptions
  --add-opens=java.base/{java.lang,java.lang.invoke,java.lang.reflect,java.io,java.net,java.nio,java.util,java.util.concurrent,java.util.concurrent.atomic,jdk.internal.ref,sun.nio.ch,sun.nio.cs,sun.security.action,sun.util.calendar}=ALL-UNNAMED
  --add-opens=java.security.jgss/sun.security.krb5=ALL-UNNAMED
  -Djdk.reflect.useDirectMethodHandle=false
)

build() {
  command -v mvn >/dev/null ||
    fail "$jar is not built yet and there is no mvn on the PATH; install Maven 3.8 or later"
  use_jdk17 && [[ -x $JAVA_HOME/bin/javac ]] ||
    fail "$jar is not built yet and there is no JDK 17 with javac; install one or set JAVA_HOME"
  echo "building Tenfold once, a few minutes …" >&2
  mvn -B -q -f "$root/pom.xml" -DskipTests package </dev/null 2>&1 |
    sed -u $'s/\e\\[[0-9;]*m//g' >&2 || # Maven 3.8 writes colour codes even here
    fail "the build failed; its messages are above"
}

# Builds what is missing. Calls at the same time wait for the one that builds.
build_once() {
  if command -v flock >/dev/null; then
    exec 9<"$root/pom.xml"
    flock 9
  fi
  [[ -f $jar ]] || build
  exec 9<&-
}
