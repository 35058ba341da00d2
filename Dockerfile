# syntax=docker/dockerfile:1
# The image people run: extracted layers, started from an AOT cache, as a user without rights.
#
#   docker build -t mentormatch .
#
# The build needs no database: docs/adr/0008-aot-cache.md. Settings are environment variables, see compose.yaml.

FROM maven:3.9-eclipse-temurin-25 AS build
WORKDIR /src
COPY .config .config
COPY pom.xml ./
COPY src/main src/main
RUN --mount=type=cache,target=/root/.m2 \
    mvn -B -ntp -q -Dmaven.test.skip=true package && \
    java -Djarmode=tools -jar target/mentormatch.jar extract --destination /app

# Trained where it will run: a cache is good for exactly the JVM and the files it was made with.
FROM eclipse-temurin:25-jre AS training
COPY --from=build /app /app
COPY docker/train /usr/local/bin/train
RUN train /app

FROM eclipse-temurin:25-jre
RUN useradd --system --no-create-home --shell /usr/sbin/nologin mentormatch
WORKDIR /app
COPY --from=training /app/lib lib
COPY --from=training /app/mentormatch.jar mentormatch.jar
COPY --from=training /app/mentormatch.aot mentormatch.aot
USER mentormatch
EXPOSE 8080
# The heap, and a collector that keeps it small: it begins with little and takes more only when asked. Setting this
# variable replaces all of it. About 250 MB come on top, a fifth of them file pages of the cache.
ENV JDK_JAVA_OPTIONS="-XX:+UseSerialGC -Xms64m -Xmx256m"
# No curl in this image: bash speaks enough HTTP.
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 CMD ["/bin/bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/${SERVER_PORT:-8080} && printf 'GET /actuator/health/readiness HTTP/1.0\\r\\n\\r\\n' >&3 && read -r line <&3 && [[ $line == *' 200'* ]]"]
ENTRYPOINT ["java", "-XX:AOTCache=mentormatch.aot", "-XX:+ExitOnOutOfMemoryError", "-Dsun.net.http.retryPost=false", "-Duser.timezone=UTC", "-jar", "mentormatch.jar"]
