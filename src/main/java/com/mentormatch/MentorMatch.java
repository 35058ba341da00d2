package com.mentormatch;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class MentorMatch {

    public static void main(String[] args) {
        SpringApplication.run(MentorMatch.class, args);
    }
}
